import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of a few megabytes. */
export interface SmallDisk {
  folder: string
  /** Leaves so many bytes free, and gives back what it took when asked for more. */
  leave(bytes: number): void
  close(): void
}

/** Nothing where this user may mount none. */
export function openSmallDisk(bytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'shebao-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' })
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    leave(left) {
      rmSync(filler, { force: true })
      const { bavail, bsize } = statfsSync(folder)
      if (bavail * bsize > left) writeFileSync(filler, Buffer.alloc(bavail * bsize - left))
    },
    close() {
      spawnSync('umount', ['-l', folder], { stdio: 'ignore' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
