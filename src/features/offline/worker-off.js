/* Put in the place of sw.js, this ends what sw.js does: it takes itself and all that it kept away. */

addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => {
	const { scope } = registration;
	const away = async () => {
		for (const key of await caches.keys()) if (key.startsWith(`site ${scope} `)) await caches.delete(key);
		await registration.unregister();
	};
	event.waitUntil(away());
});
