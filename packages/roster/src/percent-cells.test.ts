import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openWorkbook } from './read-file.ts'
import { writeXlsx } from './write-xlsx.ts'

/** A table of two figures, shown by a number format that a person chose. */
function cellsShownAs(format: string, declared = '') {
  const rows = [['取值'], ['0.16'], ['0.16'], ['1.50']]
  const parts = unzipSync(writeXlsx({ name: 'x', rows, headRow: 0, figures: [true] }))
  const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
  expect(styles).toContain('numFmtId="4"')
  const own =
    declared === '' ? '' : `<numFmts count="1"><numFmt numFmtId="${format}" formatCode="${declared}"/></numFmts>`
  parts['xl/styles.xml'] = strToU8(
    styles.replace('numFmtId="4"', `numFmtId="${format}"`).replace('<fonts', `${own}<fonts`),
  )
  const result = openWorkbook(zipSync(parts), 'x.xlsx')
  return result.ok ? result.workbook.sheets[0]?.rows.slice(1).map(({ cells }) => cells[0]) : []
}

describe('a number that is shown as a percentage', () => {
  const figures = ['0.16', '0.16', '1.50']
  it.each([
    ['9', ''],
    ['10', ''],
    ['170', '0.0%'],
    ['171', '0.00%;[Red]-0.00%'],
  ])('is told from others by format %s %s', (format, declared) => {
    expect(cellsShownAs(format, declared)).toEqual(figures.map((text) => ({ kind: 'number', text, isPercent: true })))
  })

  it.each([
    ['4', ''],
    ['172', '0.00&quot;%&quot;'],
    ['173', '0.00\\%'],
  ])('is not what format %s %s shows', (format, declared) => {
    expect(cellsShownAs(format, declared)).toEqual(figures.map((text) => ({ kind: 'number', text })))
  })
})

describe('a percentage in XML Spreadsheet 2003', () => {
  const style = (id: string, format: string, parent = '') =>
    `<Style ss:ID="${id}"${parent && ` ss:Parent="${parent}"`}>${format && `<NumberFormat ss:Format="${format}"/>`}</Style>`
  const cell = (id: string) => `<Cell${id && ` ss:StyleID="${id}"`}><Data ss:Type="Number">0.16</Data></Cell>`
  const percent = { kind: 'number', text: '0.16', isPercent: true }
  const plain = { kind: 'number', text: '0.16' }

  it('is told by the style of the cell, of its row, or of what the style stands on', () => {
    const styles = [
      style('named', 'Percent'),
      style('own', '0.00%'),
      style('child', '', 'own'),
      style('other', 'Standard', 'own'),
      style('quoted', '0.00&quot;%&quot;'),
    ]
    const cells = ['named', 'own', 'child', 'other', 'quoted', 'unknown', ''].map(cell).join('')
    const rows = `<Row>${cells}</Row><Row ss:StyleID="own">${cell('')}${cell('other')}</Row>`
    const text = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles>${styles.join('')}</Styles><Worksheet ss:Name="x"><Table>${rows}</Table></Worksheet></Workbook>`
    const result = openWorkbook(strToU8(text), 'x.xls')
    const [first, second] = result.ok ? (result.workbook.sheets[0]?.rows ?? []) : []
    expect(first?.cells).toEqual([percent, percent, percent, plain, plain, plain, plain])
    expect(second?.cells).toEqual([percent, plain])
  })
})
