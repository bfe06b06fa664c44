/** More than anyone types; the rest of a pasted page is not looked at. */
export const longestQuestion = 120;
