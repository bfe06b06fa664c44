/**
 * Whether the server has another build than the one that this page is of: then its scripts are gone, and parts that
 * come later never come. Told by the page's own address, which names its scripts.
 */
export async function hasOtherBuild(): Promise<boolean> {
	const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src.split('/').at(-1);
	if (!own) return false;
	try {
		const answer = await fetch(location.pathname, { cache: 'no-store' });
		return answer.ok && !(await answer.text()).includes(own);
	} catch {
		return false;
	}
}
