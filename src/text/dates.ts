/** "2013-07-12" as 2013年7月12日. */
export function longDate(iso: string): string {
	const [year, month, day] = iso.split('-').map(Number);
	return `${year}年${month}月${day}日`;
}
