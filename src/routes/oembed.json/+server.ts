import { json } from '@sveltejs/kit';
import { loadDataset } from '$lib/server/dataset.ts';
import { oembed } from '$lib/server/oembed.ts';
import { siteUrl } from '$lib/server/site-url.ts';

export const prerender = true;

export const GET = () => json(oembed(loadDataset().info, siteUrl()));
