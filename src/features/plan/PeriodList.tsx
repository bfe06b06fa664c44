import { sayBound } from '../../planning/words.ts';
import type { Period } from '../../schemas/period.ts';
import { Citations } from '../../text/Citations.tsx';
import { library } from '../../text/library.ts';

/** Periods as the documents set them, each with its words. */
export function PeriodList({ periods }: { periods: readonly Period[] }) {
	const { events } = library().plan;
	const nameOf = (id: string) => events.find((event) => event.id === id)?.name ?? id;
	return (
		<>
			{periods.map(({ id, name, because, who, usual, bounds = [], readings, aside, missed }) => (
				<section key={id} id={id} class="period">
					<h3>{name}</h3>
					<p class="small">谁来办：{who}</p>
					{aside && <p>{aside.says}。</p>}
					{bounds.length > 0 && (
						<ul>
							{bounds.map((bound) => (
								<li key={sayBound(bound, nameOf)}>
									{sayBound(bound, nameOf)}
									{usual && '（写的是“一般”）'}
								</li>
							))}
						</ul>
					)}
					{readings && (
						<>
							<p>文件的话有两种理解，没有说明是哪一种，推算时两种都列：</p>
							<ul>
								{readings.map((reading) => (
									<li key={reading.says}>
										{reading.says}：{reading.bounds.map((bound) => sayBound(bound, nameOf)).join('，')}
									</li>
								))}
							</ul>
						</>
					)}
					{missed && <p>不按期的：{missed.says}。</p>}
					<Citations title="原文" cited={[...because, ...(missed ? [missed.because] : [])]} />
				</section>
			))}
		</>
	);
}
