import { amountInCapitals } from '@shebao/kernel'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { Day } from './day.ts'
import { fileMessages } from './file-messages.ts'
import { ReleaseBankStatementDocument } from './reconciliation.generated.ts'
import style from './reconciliation.module.css'
import { StatementFileFragmentDoc } from './statement-file.generated.ts'
import type { StatementFileFragment } from './statement-file.generated.ts'
import { WhoMay } from './who-may.tsx'

interface HeldStatementProps {
  day: string
  statement: NonNullable<Day['bankStatement']> & FragmentType<StatementFileFragment>
  mayWork: boolean
  onChanged: () => Promise<unknown>
}

/** A statement that a person brought: until somebody else releases it its money is nobody's. */
export function HeldStatement({ day, statement, mayWork, onChanged }: HeldStatementProps) {
  const file = useOwnFields(StatementFileFragmentDoc, statement)
  const t = useMessages(fileMessages)
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { isStale, staleNotice } = useStale(onChanged)
  const [send, { loading }] = useMutation(ReleaseBankStatementDocument)
  if (file.state !== 'HELD') return null
  const release = async () => {
    try {
      const outcome = (await send({ variables: { id: file.id, decidedOn: file.mark } })).data?.releaseBankStatement
      setAsking(false)
      if (isStale(outcome)) return undefined
      if (outcome?.__typename === 'BankStatementRefused')
        return setProblem(t(`refused${outcome.reason}`, { names: outcome.names.join(', ') }))
      await onChanged()
    } catch {
      setAsking(false)
      setProblem(t('refusedOTHER'))
    }
  }
  return (
    <section className={style.section}>
      <Notice tone="warning">
        <p>{file.broughtByMe ? t('heldMine') : t('held', { name: file.importedByName ?? '' })}</p>
        <WhoMay names={file.whoMayRelease} />
        {mayWork && !file.broughtByMe ? (
          <Button size="sm" onClick={() => setAsking(true)}>
            {t('release')}
          </Button>
        ) : null}
      </Notice>
      {staleNotice}
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <ConfirmDialog
        opened={asking}
        title={t('releaseTitle', { day: format.date(day) })}
        consequence={
          <p>
            {t('releaseText', {
              count: statement.entryCount,
              credit: format.yuan(statement.creditTotal),
              capitals: amountInCapitals(statement.creditTotal),
              closing: file.closingBalance === null ? '' : format.yuan(file.closingBalance),
            })}
          </p>
        }
        verb={t('release')}
        busy={loading}
        onConfirm={() => void release()}
        onCancel={() => setAsking(false)}
      />
    </section>
  )
}
