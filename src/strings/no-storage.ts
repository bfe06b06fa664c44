/** Why nothing outlives a page. */
export const sayNoStorage = (why: string): string =>
	why.startsWith('VersionError')
		? '这个浏览器里存着更新的一版的内容，原样没有动，请用新版打开。'
		: '这个浏览器不允许本站保存内容（可能是隐私窗口，或者被禁用）。';
