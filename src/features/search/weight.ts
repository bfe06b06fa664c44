/**
 * A catalogue that weighs more than this when compressed would come too late; the index answers then. What is asked of
 * each passage may add 60 KB to the texts themselves, which are half of it.
 */
export const heaviest = 120 * 1024;
