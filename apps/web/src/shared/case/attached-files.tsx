import { IconPaperclip } from '@tabler/icons-react'
import type { FragmentType } from '../data/masking.ts'
import { filesMessages } from '../forms/files-messages.ts'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { useOwnFields } from '../lib/use-own-fields.ts'
import { AttachedFileFragmentDoc } from './attached-files.generated.ts'
import type { AttachedFileFragment } from './attached-files.generated.ts'
import style from './attached-files.module.css'

/** The papers of a case; each opens in a tab of its own for whoever may read the case. */
export function AttachedFiles({
  label,
  files,
}: {
  label: string
  files: readonly (FragmentType<AttachedFileFragment> & { id: string })[]
}) {
  const t = useMessages(filesMessages)
  if (files.length === 0) return <span className="quiet">{t('noFiles')}</span>
  return (
    <ul className={style.files} aria-label={label}>
      {files.map((file) => (
        <li key={file.id}>
          <IconPaperclip size={16} stroke={1.6} aria-hidden />
          <AttachedFile file={file} />
        </li>
      ))}
    </ul>
  )
}

export function AttachedFile({ file: ref }: { file: FragmentType<AttachedFileFragment> }) {
  const { id, name, bytes, scanned, removedAt } = useOwnFields(AttachedFileFragmentDoc, ref)
  const t = useMessages(filesMessages)
  const format = useFormat()
  if (removedAt)
    return (
      <span>
        {name} <span className="quiet">{t('removedOn', { time: format.instant(removedAt) })}</span>
      </span>
    )
  return (
    <span>
      <a href={`/attachments/${id}`} target="_blank" rel="noopener" title={t('opens')}>
        {name}
      </a>{' '}
      <span className="quiet">
        {format.bytes(bytes)}
        {scanned ? '' : ` · ${t('notScanned')}`}
      </span>
    </span>
  )
}
