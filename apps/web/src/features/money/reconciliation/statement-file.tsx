import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { dayMessages } from './day-messages.ts'
import { fileMessages } from './file-messages.ts'
import { StatementFileFragmentDoc } from './statement-file.generated.ts'
import type { StatementFileFragment } from './statement-file.generated.ts'
import { SumAmount } from './sum-amount.tsx'
import { UndoImport } from './undo-import.tsx'

interface StatementFileProps {
  file: FragmentType<StatementFileFragment>
  /** The balance it closes with. */
  closing: LoadDerivation
  /** Whether it may be taken back: by whoever works here, while the day is open. */
  mayUndo: boolean
  onChanged: () => Promise<unknown>
}

/** A file that was brought or fetched: which, when, by whom, and its balances. */
export function StatementFile({ file: ref, closing, mayUndo, onChanged }: StatementFileProps) {
  const file = useOwnFields(StatementFileFragmentDoc, ref)
  const t = useMessages(dayMessages)
  const words = useMessages(fileMessages)
  const format = useFormat()
  return (
    <>
      <StatusBadge tone={file.origin === 'FETCHED' ? 'done' : file.state === 'HELD' ? 'waiting' : 'idle'}>
        {words(file.origin)}
      </StatusBadge>{' '}
      {t(file.importedByName === null ? 'fetchedLine' : 'fileLine', {
        number: file.statementNo,
        count: file.entryCount,
        time: format.instant(file.importedAt),
        name: file.importedByName ?? '',
      })}
      <span className="sub">{file.fileName}</span>
      {file.openingBalance !== null && file.closingBalance !== null ? (
        <span className="sub">
          {t('opening')} {format.fen(file.openingBalance)} · {t('closing')}{' '}
          <SumAmount fen={file.closingBalance} derive={closing} />
        </span>
      ) : null}
      {mayUndo ? <UndoImport statement={file} onChanged={onChanged} /> : null}
    </>
  )
}
