/** Why nothing outlives a page. */
export const sayNoStorage = (why: string): string =>
	why === 'NotYet held'
		? '本站的另一个窗口占着存储（多半是没有刷新的旧页面），请关掉它；关掉以后这里会自己接上，现在填的也会存进去。'
		: why === 'NotYet slow'
			? '浏览器还没有把本站的存储打开，可能是另一个窗口占着；打开以后这里会自己接上，现在填的也会存进去。'
			: why.startsWith('VersionError')
				? '这个浏览器里存着更新的一版的内容，原样没有动，请用新版打开。'
				: '这个浏览器不允许本站保存内容（可能是隐私窗口，或者被禁用），请换一个窗口或者浏览器。';
