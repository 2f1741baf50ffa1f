import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { answer, axeFindings, insured, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { AskPage } from './ask-page.tsx'
import {
  AllArticlesDocument,
  AnswerQuestionDocument,
  ArticlesFoundDocument,
  AskQuestionDocument,
  MyQuestionsDocument,
  QuestionTaskDocument,
} from './question.generated.ts'
import { QuestionTaskPage } from './question-task-page.tsx'

afterEach(cleanup)
