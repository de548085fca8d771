/** A file's size for readers: `863 字节`, `12 KB`. */
export function formatBytes(bytes: number): string {
  return bytes < 1024 ? `${bytes} 字节` : `${Math.round(bytes / 1024)} KB`;
}
