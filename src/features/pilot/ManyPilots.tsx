import { useState } from 'preact/hooks';

interface Props {
	pilots: readonly { id: string; name: string }[];
	id: string;
	/** Something is kept of it besides that it is there. */
	holds: boolean;
	open: (id: string) => Promise<void>;
	begin: () => Promise<void>;
	remove: () => Promise<void>;
}

/** The pilots on this computer: another one opened, begun, taken away. */
export function ManyPilots({ pilots, id, holds, open, begin, remove }: Props) {
	const [asking, setAsking] = useState(false);
	const [failed, setFailed] = useState(false);
	const here = pilots.find((pilot) => pilot.id === id);
	const run = (work: () => Promise<void>) => {
		setFailed(false);
		setAsking(false);
		work().catch(() => setFailed(true));
	};
	return (
		<section class="pilots">
			<h3>这台电脑上的试点{pilots.length > 1 && `（${pilots.length}）`}</h3>
			{pilots.length > 1 && (
				<ul class="plain">
					{pilots.map((pilot) => (
						<li key={pilot.id}>
							{pilot.id === id ? (
								<b aria-current="true">{pilot.name}，现在看的是它</b>
							) : (
								<button type="button" onClick={() => run(() => open(pilot.id))}>
									打开“{pilot.name}”
								</button>
							)}
						</li>
					))}
				</ul>
			)}
			<p class="small">一台电脑上替几个单位做，一个单位一个试点，名称、自查和现场记录各归各的，互不相混。</p>
			<p class="tools">
				<button type="button" onClick={() => run(begin)}>
					再建一个试点
				</button>
				{here && (
					<button type="button" onClick={() => (holds ? setAsking(true) : run(remove))}>
						删掉“{here.name}”
					</button>
				)}
			</p>
			{asking && here && (
				<p class="notice" role="alert">
					删掉“{here.name}”，连同它的档案资料、自查和现场记录？30 天内可以在“最近删掉的”里拿回。{' '}
					<button type="button" onClick={() => run(remove)}>
						确定删掉
					</button>{' '}
					<button type="button" onClick={() => setAsking(false)}>
						不删
					</button>
				</p>
			)}
			<p role="status">{failed && '没有做成，浏览器不允许保存。原来的内容没有动。'}</p>
		</section>
	);
}
