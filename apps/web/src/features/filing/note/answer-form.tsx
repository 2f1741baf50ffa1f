import { Button, Textarea } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import style from './note-list.module.css'
import type { useNoteAnswer } from './use-note-answer.ts'

type Written = ReturnType<typeof useNoteAnswer> & { text: string }

/** Buttons of their own, no form: the list also stands inside the form of a section. */
export function AnswerForm({ where, answer }: { where: string; answer: Written }) {
  const t = useMessages(messages)
  return (
    <div className={style.form}>
      {answer.problem ? <Notice tone="refused">{answer.problem}</Notice> : null}
      <Textarea
        label={t('label', { where })}
        description={t('hint')}
        autosize
        minRows={2}
        maxLength={500}
        value={answer.text}
        onChange={(event) => answer.write(event.currentTarget.value)}
      />
      <div className={style.actions}>
        <Button size="compact-sm" loading={answer.busy} onClick={() => void answer.save()}>
          {t('save')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={answer.cancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
