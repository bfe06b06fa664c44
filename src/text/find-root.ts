/*
 * A server shows the page for what is not there at any address, so its links cannot be relative. They begin at the
 * root of the server; where the site stands further down, it is where the list of its files is found.
 */
const isRoot = async (folder: string) => {
	try {
		const answer = await fetch(`${folder}offline.json`);
		return answer.ok && typeof (await answer.json()).version === 'string';
	} catch {
		return false;
	}
};

async function findRoot(): Promise<string> {
	let folder = location.pathname;
	while (folder.length > 1) {
		folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
		if (await isRoot(folder)) return folder;
	}
	return '/';
}

const root = await findRoot();
for (const name of ['href', 'action'])
	for (const element of document.querySelectorAll(`[${name}^="/"]`))
		element.setAttribute(name, root + element.getAttribute(name)?.slice(1));
// What waits for someone to reach for the page lies elsewhere too, and this page can do without it.
if (root !== '/') document.querySelector('template')?.remove();

export {};
