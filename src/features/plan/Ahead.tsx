import { lateIn, nextIn } from '../../planning/next.ts';
import type { OwnDate } from '../../planning/own-dates.ts';
import type { Plan } from '../../planning/plan.ts';
import type { CitedPeriod } from '../../planning/plan-data.ts';
import { sayLate, sayNext } from '../../planning/words.ts';
import { url } from '../../url.ts';

interface Props {
	made: Plan;
	own: readonly OwnDate[];
	day: string;
	periods: readonly CitedPeriod[];
}

/** What is late, and the next that have a day. */
export function Ahead({ made, own, day, periods }: Props) {
	const [late, next] = [lateIn(made, own, day), nextIn(made, own, day, 3)];
	return (
		<section>
			<h2>接下来</h2>
			{late.length + next.length === 0 && (
				<p>
					还推不出：先在<a href={url.facts}>档案资料</a>或者下面的表里填试点开始、试点期满、标准体系开始运行的日期。
				</p>
			)}
			<ul>
				{late.map((each) => (
					<li key={each.id} class="late">
						<b>{each.name}</b>
						{sayLate(each, periods)}
					</li>
				))}
				{next.map((each) => (
					<li key={each.id}>{sayNext(each)}</li>
				))}
			</ul>
		</section>
	);
}
