/** The address that uploads are measured against; null: the text is none (http or https, without user and password). */
export function parseUploadTarget(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? url : null;
}
