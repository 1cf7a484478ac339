import { json } from '@sveltejs/kit';
import { loadDataset } from '$lib/server/geodata/dataset.ts';
import { oembed } from '$lib/server/pages/oembed.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';

export const prerender = true;

export const GET = () => json(oembed(loadDataset().info, siteUrl()));
