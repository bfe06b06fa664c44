import { $stays } from '../kept/stay.ts';
import { useStore } from '../ui/use-store.ts';

/** What the browser did not promise, where it was asked. */
export const MayGo = () =>
	useStore($stays) === false ? (
		<p class="small">浏览器没有答应一直留着这些内容：空间不够，或者是无痕窗口，就可能清掉。请常下载备份。</p>
	) : null;
