import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './later-messages.ts'
import { SavedViewsDocument, SaveViewDocument } from './view.generated.ts'
import type { ViewPage } from './view.generated.ts'

interface SaveViewProps {
  page: ViewPage
  search: string
  onSaved: (name: string) => void
  onClose: () => void
}

export const isViewName = (name: string) => name.trim() !== '' && [...name.trim()].length <= 40

/** Asks for a name, and once more where the name would take the place of another view. */
export function SaveView({ page, search, onSaved, onClose }: SaveViewProps) {
  const t = useMessages(messages)
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState(false)
  const [taken, setTaken] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [send, { loading }] = useMutation(SaveViewDocument, {
    refetchQueries: [SavedViewsDocument],
    awaitRefetchQueries: true,
  })
  const save = async () => {
    const typed = name.trim()
    setWrong(!isViewName(typed))
    if (!isViewName(typed)) return
    try {
      const { data } = await send({ variables: { page, name: typed, search, replace: taken === typed } })
      const outcome = data?.saveView
      if (outcome?.__typename === 'SavedViewKept') return onSaved(outcome.view.name)
      if (outcome?.reason === 'NAME_TAKEN') return setTaken(typed)
      setProblem(t(outcome?.reason ?? 'failed'))
    } catch {
      setProblem(t('failed'))
    }
  }
  const replacing = taken !== undefined && taken === name.trim()
  return (
    <ConfirmDialog
      opened
      title={replacing ? t('replaceTitle', { name: taken }) : t('saveTitle')}
      consequence={
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {replacing ? <p>{t('replaceText')}</p> : null}
          <TextInput
            data-autofocus
            label={t('name')}
            description={t('nameHint')}
            value={name}
            maxLength={60}
            autoComplete="off"
            error={wrong ? t('nameWrong') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {problem ? <Notice tone="refused">{problem}</Notice> : null}
        </form>
      }
      verb={t(replacing ? 'replace' : 'save')}
      busy={loading}
      onConfirm={() => void save()}
      onCancel={onClose}
    />
  )
}
