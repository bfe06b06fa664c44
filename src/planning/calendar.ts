import { addDays } from '../dates/shift.ts';

/* Days as a calendar program takes them (RFC 5545): a second import changes what the first one brought. */

export interface CalendarDay {
	/** The same whenever it is the same thing. */
	id: string;
	day: string;
	/** The last day, where it lasts. */
	last?: string;
	title: string;
	/** Why it is that day, and by which clause. */
	because: string;
	/** How many days before it one is reminded. */
	alarm: number;
}

interface Calendar {
	name: string;
	days: readonly CalendarDay[];
	/** The moment at which it is written. */
	now: Date;
}

/** Backslash, semicolon, comma and the end of a line mean something there; other control characters must not stand there. */
const escaped = (text: string): string =>
	text
		.replaceAll(/\r\n?/g, '\n')
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
		.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
		.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
		.replaceAll('\n', '\\n');

const most = 75;

/** A line of at most 75 bytes; what is longer goes on in the next, behind a space. */
function folded(line: string): string {
	const encoder = new TextEncoder();
	let [out, bytes] = ['', 0];
	for (const letter of line) {
		const more = encoder.encode(letter).length;
		if (bytes + more > most) [out, bytes] = [`${out}\r\n `, 1];
		out += letter;
		bytes += more;
	}
	return out;
}

const compact = (day: string): string => day.replaceAll('-', '');

const stamp = (now: Date): string => now.toISOString().replaceAll(/[-:]|\.\d+/g, '');

const maker = 'biaozhunhua-shidian';

const eventOf = ({ id, day, last = day, title, because, alarm }: CalendarDay, now: Date): string[] => [
	'BEGIN:VEVENT',
	`UID:${id}@${maker}`,
	`DTSTAMP:${stamp(now)}`,
	`LAST-MODIFIED:${stamp(now)}`,
	// Later is more: a program takes the newer of two with one UID.
	`SEQUENCE:${Math.floor(now.getTime() / 1000)}`,
	`DTSTART;VALUE=DATE:${compact(day)}`,
	// The day after its last.
	`DTEND;VALUE=DATE:${compact(addDays(last, 1))}`,
	`SUMMARY:${escaped(title)}`,
	`DESCRIPTION:${escaped(because)}`,
	'TRANSP:TRANSPARENT',
	'BEGIN:VALARM',
	'ACTION:DISPLAY',
	`DESCRIPTION:${escaped(title)}`,
	`TRIGGER:-P${alarm}D`,
	'END:VALARM',
	'END:VEVENT',
];

export const calendar = ({ name, days, now }: Calendar): string =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:-//${maker}//ZH`,
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escaped(name)}`,
		...days.flatMap((each) => eventOf(each, now)),
		'END:VCALENDAR',
	]
		.map((line) => `${folded(line)}\r\n`)
		.join('');
