import { useState } from 'preact/hooks';
import { nameOfPilot } from '../../pilots/facts.ts';
import type { CalendarDay } from '../../planning/calendar.ts';
import { download } from '../../ui/download.ts';
import { NotRead } from '../../ui/NotRead.tsx';
import { today } from '../../ui/today.ts';
import type { PlanSession } from './plan-session.ts';
import { printWall, type Sheet } from './print-wall.ts';

interface Props {
	session: PlanSession;
	/** What goes into a calendar. */
	days: () => Promise<CalendarDay[]>;
}

/** What leaves the plan: days for a calendar, and a chart for the wall. */
export function TakePlan({ session, days }: Props) {
	const [said, setSaid] = useState('');
	const [failed, setFailed] = useState(false);
	const save = async () => {
		setFailed(false);
		const [all, { calendar }] = await Promise.all([days(), import('../../planning/calendar.ts')]);
		if (all.length === 0) {
			setSaid('今天以后还没有推算出来的日期，日历文件没有可放的。');
			return;
		}
		const facts = session.factsNow();
		const text = calendar({ name: `${nameOfPilot(facts)} 期限`, days: all, now: new Date() });
		const parts = { unit: facts.unit, table: '', check: facts.pilot, what: '期限日历', day: today(), ending: 'ics' };
		const saved = download(parts, new Blob([text], { type: 'text/calendar' }));
		setSaid(saved ? `日历文件做好了，${all.length} 个日期，在浏览器的下载里。` : '');
	};
	const wall = (sheet: Sheet) => (
		<button type="button" onClick={() => printWall(sheet)}>
			打印挂图，{sheet}
		</button>
	);
	return (
		<section class="take-away">
			<h2>带走</h2>
			<p class="small">
				日历文件可以导入手机和电脑的日历，每个日期带提醒、带条款。日期改了再导一次，同一件事会改掉，不会变成两件；不再有的日期，要在日历里自己删。
			</p>
			<p class="tools">
				<button type="button" onClick={() => void save().catch(() => setFailed(true))}>
					日历文件
				</button>
				{wall('A4')}
				{wall('A3')}
			</p>
			<p role="status">{said}</p>
			{failed && <NotRead what="没有做成" />}
		</section>
	);
}
