import { json } from '@sveltejs/kit';
import { loadDataset } from '$lib/server/dataset.ts';
import { oembed, siteUrl } from '$lib/server/oembed.ts';

export const prerender = true;

export const GET = () => json(oembed(loadDataset().info, siteUrl()));
