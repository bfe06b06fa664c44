/** Nothing outlives this page, and why. */
export const MemoryNotice = ({ why }: { why: string }) => (
	<p class="notice" role="alert" data-why={why}>
		这个浏览器不允许本站保存内容（可能是隐私窗口，或者被禁用）。可以照常填、照常算分，但内容只在这一页上，关掉就没有了；离开前请下载备份。
	</p>
);
