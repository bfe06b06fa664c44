import { sayNoStorage } from '../../strings/no-storage.ts';

/** Nothing outlives this page, and why. */
export const MemoryNotice = ({ why }: { why: string }) => (
	<p class="notice" role="alert" data-why={why}>
		{sayNoStorage(why)}可以照常填、照常算分，但内容只在这一页上，关掉就没有了；离开前请下载备份。
	</p>
);
