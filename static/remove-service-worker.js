/*
 * Takes the map's service worker off readers' devices, with all that it has kept there. To use it, put this file in the
 * place of service-worker.js and leave it there: docs/deploying.md, "Taking it away again".
 */
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(remove()));
// Chromium can lose an unregistration while another page of the site is being opened: the next request asks for it again.
addEventListener('fetch', (event) => event.waitUntil(registration.unregister()));

async function remove() {
  // Caches are per origin: those of other maps on the same server stay.
  const ours = `map ${new URL(registration.scope).pathname} `;
  const names = (await caches.keys()).filter((name) => name.startsWith(ours));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
