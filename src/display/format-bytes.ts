/** A file's size for readers: `863 字节`, `12 KB`, `4.8 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return bytes < 1024 ? `${bytes} 字节` : `${Math.round(bytes / 1024)} KB`;
}
