/** Whether a veto or a condition of entry is met. */
export const sayMet = (met: boolean | undefined): string =>
	met === undefined ? '还没有确认' : met ? '满足' : '不满足';
