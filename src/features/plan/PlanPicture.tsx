import { officialDate } from '../../dates/official.ts';
import type { Lane, Mark, Picture } from '../../planning/picture.ts';

const share = (at: number): string => `${(at * 100).toFixed(2)}%`;

const height = 22;
const middle = height / 2;

/** One mark; shape tells what it is, and never colour alone. */
function Drawn({ mark, what }: { mark: Mark; what: Lane['what'] }) {
	switch (mark.kind) {
		case 'day':
			return <circle class={mark.over ? 'over' : ''} cx={share(mark.at)} cy={middle} r={5} />;
		case 'span':
			return (
				<rect
					class={what}
					x={share(mark.from)}
					width={share(Math.max(mark.to - mark.from, 0.004))}
					y={middle - 5}
					height={10}
				/>
			);
		case 'from':
		case 'until': {
			const on = mark.kind === 'from' ? 1 : -1;
			return (
				<svg x={share(mark.at)} overflow="visible" role="presentation">
					<path d={`M0 ${middle - 7}v14M0 ${middle}h${14 * on}m${-5 * on}-4l${5 * on} 4l${-5 * on} 4`} />
				</svg>
			);
		}
	}
}

const sayMark = (mark: Mark): string => {
	switch (mark.kind) {
		case 'day':
			return officialDate(mark.day);
		case 'span':
			return mark.days[0] === mark.days[1]
				? officialDate(mark.days[0])
				: `${officialDate(mark.days[0])}至${officialDate(mark.days[1])}`;
		case 'from':
			return `最早${officialDate(mark.day)}`;
		case 'until':
			return `最晚${officialDate(mark.day)}`;
	}
};

/** Of two readings both, said so. */
const sayMarks = (marks: readonly Mark[]): string =>
	marks.length > 1 ? `两种理解：${marks.map(sayMark).join('；')}` : marks.map(sayMark).join('');

/** The plan over the years: a line for each thing, its days beside its name. */
export function PlanPicture({ drawn, title }: { drawn: Picture; title: string }) {
	const { years, quarters, today, lanes } = drawn;
	const grid = (
		<>
			{quarters.map((at) => (
				<line key={at} class="quarter" x1={share(at)} x2={share(at)} y1="0" y2="100%" />
			))}
			{years.map(({ at, year }) => (
				<line key={year} class="year" x1={share(at)} x2={share(at)} y1="0" y2="100%" />
			))}
			{today !== undefined && <line class="today" x1={share(today)} x2={share(today)} y1="0" y2="100%" />}
		</>
	);
	return (
		<figure class="plan-picture">
			<figcaption>{title}</figcaption>
			<div class="lane axis" aria-hidden="true">
				<span />
				<div>
					{years.map(({ year, at }) => (
						<span key={year} style={{ left: share(at) }}>
							{year}
						</span>
					))}
				</div>
			</div>
			<ul>
				{lanes.map(({ key, name, what, late, marks, says }) => (
					<li key={key} class={late ? 'lane late' : 'lane'} data-lane={key}>
						<span>
							{what === 'own' && '（自己定的）'}
							{name} <small>{says ?? sayMarks(marks)}</small>
							{late && '，过了'}
						</span>
						<svg height={height * Math.max(marks.length, 1)} aria-hidden="true">
							{grid}
							{marks.map((mark, i) => (
								<svg key={`${i}`} y={i * height} height={height} overflow="visible" role="presentation">
									<Drawn mark={mark} what={what} />
								</svg>
							))}
						</svg>
					</li>
				))}
			</ul>
			<p class="small legend">
				竖的虚线是今天。空心圆是定在那天、还没有到，实心圆是已经过了；空心长条是从最早到最晚，涂灰的长条是工作计划的阶段；竖线带箭头是只有一头的期限。有两种理解的，画两行。只有最早、没有最晚的事没有画，在表里。
			</p>
		</figure>
	);
}
