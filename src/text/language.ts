/** The languages the tool speaks. Chinese comes first; English is complete. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
