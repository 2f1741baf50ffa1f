import type { Viewer } from '../access/viewer.ts'
import { insertAttachment } from '../features/register/attachment/attachment.repository.ts'
import { requireReadable } from '../features/register/attachment/read-attachment.ts'
import type { TestPlatform } from './test-platform.ts'

/** A file that this person handed in and attached to nothing yet, as far as the database knows of it. */
export async function handInFile(
  platform: TestPlatform,
  viewer: Viewer | undefined,
  name = 'ruling.pdf',
): Promise<string> {
  const { id } = await insertAttachment(platform, {
    id: crypto.randomUUID(),
    name,
    mediaType: 'application/pdf',
    bytes: 9,
    sha256: '0'.repeat(64),
    scan: 'NOT_SCANNED',
    uploadedBy: viewer?.accountId ?? crypto.randomUUID(),
  })
  return id
}

/** What each of them is told who would open the file: OPENS, or why not. */
export function whoOpens(platform: TestPlatform, file: string, readers: readonly (Viewer | undefined)[]) {
  return Promise.all(
    readers.map((reader) =>
      requireReadable(platform, reader, file).then(
        () => 'OPENS',
        (refusal: { code?: string }) => refusal.code,
      ),
    ),
  )
}
