/** How one way to search did. */
export interface SearchResult {
  /** Numbers found, by query, and milliseconds of each when everything it needs is loaded. */
  found: number[][];
  times: number[];
}
