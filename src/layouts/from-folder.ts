/* What only a page that was opened from a folder needs lies beside this script (src/folder/). */

const { src } = (document.currentScript ?? {}) as { src?: string };

if (location.protocol === 'file:' && src) {
	const script = document.createElement('script');
	script.src = new URL('folder.js', src).href;
	document.head.append(script);
}

export {};
