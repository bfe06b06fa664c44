import { isCount, isEvent, isExam, isMock, type Mock, type StoredEvent } from '../../schemas/saved-study.ts';
import type { Kind } from '../kind.ts';

/* What belongs to a learner: every answer, the mocks, the day of the test. Nobody else writes them. */

/** Events never change; they are numbered in the order in which they happened, whatever the clock said. */
export const event: Kind<StoredEvent> = {
	name: 'study',
	prefix: 'study ',
	format: 1,
	is: isEvent,
	upgrade: {},
	join: (mine) => mine,
};

/** The highest number that an event has had: the next one's is higher. */
export const eventCount: Kind<number> = {
	name: 'studyCount',
	prefix: 'study-count',
	format: 1,
	is: isCount,
	upgrade: {},
	join: Math.max,
};

export const eventKey = (n: number): string => `${event.prefix}${String(n).padStart(8, '0')}`;

/** The later of two copies of the same mock; one that was handed in is the last. */
export const laterMock = (a: Mock, b: Mock): Mock => (b.state === 'done' || a.step < b.step ? b : a);

export const mock: Kind<Mock> = { name: 'mocks', prefix: 'mock ', format: 1, is: isMock, upgrade: {}, join: laterMock };

export const exam: Kind<string> = {
	name: 'exam',
	prefix: 'study-exam',
	format: 1,
	is: isExam,
	upgrade: {},
	join: (mine) => mine,
};
