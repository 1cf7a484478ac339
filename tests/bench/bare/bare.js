/*
 * What the library's own examples do: a map over GeoJSON files, a layer of circles, and a slider that filters them. No
 * list, no sources, no text without script. The server gives it the same basemap as the page.
 */
import { Map, setWorkerUrl } from './maplibre/maplibre-gl.mjs';

setWorkerUrl(new URL('./maplibre/maplibre-gl-worker.mjs', location.href).href);
const layers = await (await fetch('./basemap.json')).json();
const source = (url) => ({ type: 'geojson', data: new URL(url, location.href).href });
const map = new Map({
  container: 'map',
  center: [20.7, 43.05],
  zoom: 8.6,
  style: {
    version: 8,
    sources: Object.fromEntries(layers.map(({ name, url }) => [name, source(url)])),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f6f2e8' } },
      ...layers.map(({ name, type }) => ({
        id: name,
        source: name,
        type,
        paint:
          type === 'fill'
            ? { 'fill-color': '#bcd3df' }
            : type === 'line'
              ? { 'line-color': '#6f6459' }
              : { 'circle-radius': 2 }
      }))
    ]
  }
});
map.on('load', () => {
  const dots = Array.from({ length: 365 }, (_, day) => ({
    type: 'Feature',
    properties: { day },
    geometry: { type: 'Point', coordinates: [20.5 + (day % 20) / 50, 42.9 + Math.floor(day / 20) / 50] }
  }));
  map.addSource('events', { type: 'geojson', data: { type: 'FeatureCollection', features: dots } });
  map.addLayer({
    id: 'events',
    type: 'circle',
    source: 'events',
    filter: ['==', ['get', 'day'], 148],
    paint: { 'circle-color': '#b3321f' }
  });
  document.documentElement.dataset.map = 'ready';
  const slider = document.querySelector('#day');
  slider.addEventListener('input', () => {
    const day = Number(slider.value);
    map.setFilter('events', ['==', ['get', 'day'], day]);
    const look = () => {
      const shown = map.queryRenderedFeatures({ layers: ['events'] });
      if (shown.some(({ properties }) => properties.day === day)) document.documentElement.dataset.shown = String(day);
      else map.once('render', look);
    };
    map.once('render', look);
  });
});
