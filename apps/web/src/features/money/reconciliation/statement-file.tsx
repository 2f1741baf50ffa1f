import type { FragmentType } from '@apollo/client'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { dayMessages } from './day-messages.ts'
import { StatementFileFragmentDoc } from './statement-file.generated.ts'
import type { StatementFileFragment } from './statement-file.generated.ts'
import { SumAmount } from './sum-amount.tsx'

interface StatementFileProps {
  file: FragmentType<StatementFileFragment>
  /** The balance it closes with. */
  closing: LoadDerivation
}

/** A file that was brought or fetched: which, when, by whom, and its balances. */
export function StatementFile({ file: ref, closing }: StatementFileProps) {
  const file = useOwnFields(StatementFileFragmentDoc, ref)
  const t = useMessages(dayMessages)
  const format = useFormat()
  return (
    <>
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
    </>
  )
}
