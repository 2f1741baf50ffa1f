import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { fileMessages } from './file-messages.ts'
import { UndoBankStatementDocument } from './reconciliation.generated.ts'

interface UndoImportProps {
  statement: { id: string; mark: string }
  onChanged: () => Promise<unknown>
}

/** Takes a whole import back, with a reason, after saying what that means. */
export function UndoImport({ statement, onChanged }: UndoImportProps) {
  const t = useMessages(fileMessages)
  const { language } = useLanguage()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const { isStale, staleNotice } = useStale(onChanged)
  const [send, { loading }] = useMutation(UndoBankStatementDocument)
  const undo = async () => {
    const { length } = reason.trim()
    if (length < 4 || length > 300) return setProblem(t('reasonWrong'))
    try {
      const variables = { id: statement.id, decidedOn: statement.mark, reason: reason.trim() }
      const outcome = (await send({ variables })).data?.undoBankStatement
      if (isStale(outcome)) return setAsking(false)
      if (outcome?.__typename === 'BankStatementRefused')
        return setProblem(t(`refused${outcome.reason}`, { names: outcome.names.join(language === 'en' ? ', ' : '、') }))
      setAsking(false)
      await onChanged()
    } catch {
      setProblem(t('refusedOTHER'))
    }
  }
  return (
    <span className="sub">
      {staleNotice}
      <Button variant="subtle" size="compact-sm" px={0} color="zhu.7" onClick={() => setAsking(true)}>
        {t('undo')}
      </Button>
      <ConfirmDialog
        opened={asking}
        grave
        title={t('undoTitle')}
        consequence={
          <>
            <p>{t('undoText')}</p>
            <Textarea
              label={t('reason')}
              autosize
              minRows={2}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {problem ? <Notice tone="refused">{problem}</Notice> : null}
          </>
        }
        verb={t('undo')}
        busy={loading}
        onConfirm={() => void undo()}
        onCancel={() => setAsking(false)}
      />
    </span>
  )
}
