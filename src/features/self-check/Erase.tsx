import { useState } from 'preact/hooks';

/** Asks before everything on this computer is erased. */
export function Erase({ count, erase }: { count: number; erase: () => void }) {
	const [asking, setAsking] = useState(false);
	return (
		<section>
			<h2>共用电脑</h2>
			<p>用完共用的电脑，请清除本机数据；要留着的，先在自查里下载备份。</p>
			{asking ? (
				<p class="notice" role="alert">
					清除这台电脑这个浏览器里的 {count} 份自查、现场检查清单、练习记录和试点的档案资料？{' '}
					<button
						type="button"
						onClick={() => {
							setAsking(false);
							erase();
						}}
					>
						清除
					</button>{' '}
					<button type="button" onClick={() => setAsking(false)}>
						不清除
					</button>
				</p>
			) : (
				<button type="button" onClick={() => setAsking(true)}>
					清除本机数据
				</button>
			)}
		</section>
	);
}
