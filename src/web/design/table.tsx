import type { ReactNode } from 'react'
import './table.css'

interface Column<T> {
  name: string
  cell: (row: T) => ReactNode
  /** Numbers stand under each other by their last digit. */
  numeric?: boolean
}

interface TableProps<T> {
  /** What the table tells; its accessible name. */
  caption: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowId: (row: T) => string
}

/** The first column names its row. On a narrow screen each row is a small card that names its cells. */
export const Table = <T,>({ caption, columns, rows, rowId }: TableProps<T>) => (
  <table className="table">
    <caption>{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ name, numeric }) => (
          <th key={name} scope="col" className={numeric ? 'numeric' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={rowId(row)}>
          {columns.map(({ name, cell, numeric }, at) =>
            at === 0 ? (
              <th key={name} scope="row">
                {cell(row)}
              </th>
            ) : (
              <td key={name} data-name={name} className={numeric ? 'numeric' : undefined}>
                {cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
