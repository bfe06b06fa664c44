/** 14:32, as a clock shows it. */
export const clock = (iso: string): string =>
	new Date(iso).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
