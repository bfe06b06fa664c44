/* Words that people use for each other; any of them answers for any other of its row. */
const rows = [
	['流程', '程序', '步骤'],
	['获奖', '荣获', '表彰', '奖励'],
	['时间', '期限', '日期'],
	['材料', '资料'],
	['人数', '人员'],
	['标准', '规范'],
	['经费', '资金'],
];

const alike = new Map(rows.flatMap((row) => row.map((word) => [word, row] as const)));

/** A word with those that people use for it, itself first. */
export const alikeTo = (word: string): readonly string[] => [
	word,
	...(alike.get(word) ?? []).filter((other) => other !== word),
];
