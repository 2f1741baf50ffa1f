/**
 * An address whose escapes nobody can decode (`/verify/%`, `/me/%ff`) is read as it is written, each percent sign standing for
 * itself: the page or the route it names says that there is no such thing, instead of the router's own JSON.
 */
export function readableUrl({ url = '/' }: { url?: string | undefined }): string {
  const end = url.indexOf('?')
  const path = end === -1 ? url : url.slice(0, end)
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length)
  }
}
