/* Whether a stored value has its shape; sixty lines instead of Zod, which weighs 8 KB in the browser. */

export type Sound = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Sound = (value) => typeof value === 'string';
export const flag: Sound = (value) => typeof value === 'boolean';
export const whole: Sound = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const amount: Sound = (value) => Number.isFinite(value) && (value as number) >= 0;
export const only =
	(wanted: unknown): Sound =>
	(value) =>
		value === wanted;
export const when: Sound = (value) =>
	typeof value === 'string' &&
	/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value) &&
	!Number.isNaN(Date.parse(value));
export const any: Sound = () => true;

export const either =
	(...all: Sound[]): Sound =>
	(value) =>
		all.some((sound) => sound(value));
export const maybe = (sound: Sound): Sound => either(only(undefined), sound);
export const list =
	(sound: Sound): Sound =>
	(value) =>
		Array.isArray(value) && value.every(sound);
export const named =
	(sound: Sound): Sound =>
	(value) =>
		isObject(value) && Object.values(value).every(sound);
export const shape =
	(fields: { [field: string]: Sound }): Sound =>
	(value) =>
		isObject(value) && Object.entries(fields).every(([field, sound]) => sound(value[field]));
