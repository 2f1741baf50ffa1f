import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { fileMessages } from './file-messages.ts'
import { UndoImport } from './undo-import.tsx'
import { useMissingPages } from './use-missing-pages.ts'
import { WaitingStatementFragmentDoc } from './waiting-statement.generated.ts'
import type { WaitingStatementFragment } from './waiting-statement.generated.ts'

interface WaitingStatementProps {
  statement: FragmentType<WaitingStatementFragment>
  mayWork: boolean
  onChanged: () => Promise<unknown>
}

/** A statement of which a page is still to come: which are here and which are not. */
export function WaitingStatement({ statement: ref, mayWork, onChanged }: WaitingStatementProps) {
  const statement = useOwnFields(WaitingStatementFragmentDoc, ref)
  const t = useMessages(fileMessages)
  const missingWords = useMissingPages()
  const { pages, lastKnown, statementNo } = statement
  const until = Math.max(0, ...pages)
  const missing = Array.from({ length: until }, (_one, index) => index + 1).filter((page) => !pages.includes(page))
  return (
    <Notice tone="warning">
      {t('waiting', {
        number: statementNo,
        pages: pages.join(', '),
        missing: missingWords(lastKnown ? missing : [...missing, 0]),
      })}
      {mayWork ? <UndoImport statement={statement} onChanged={onChanged} /> : null}
    </Notice>
  )
}
