/** What a Chinese word is called in English, and what it means. For readers who know no Chinese: plain, and without Chinese. */
export interface English {
  title: string;
  /** One line of whole sentences. */
  description: string;
}
