/** LibreOffice's own language: reads steps from one file, carries them out, writes addresses to another. */
export const EDITS_MODULE = `
Const HEADING = 3
Dim book As Object
Dim answers As Object

Sub Main(jobUrl As String, answersUrl As String)
  Dim files As Object, steps As Object, parts
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  steps = createUnoService("com.sun.star.io.TextInputStream")
  steps.setInputStream(files.openFileRead(jobUrl))
  steps.setEncoding("UTF-8")
  answers = createUnoService("com.sun.star.io.TextOutputStream")
  answers.setOutputStream(files.openFileWrite(answersUrl))
  answers.setEncoding("UTF-8")
  On Error GoTo Stopped
  Do Until steps.isEOF()
    parts = Split(steps.readLine(), Chr(9))
    Carry(parts)
  Loop
  answers.writeString("done" & Chr(10))
  answers.closeOutput()
  StarDesktop.terminate()
  Exit Sub
Stopped:
  answers.writeString(Join(parts, " ") & ": " & Error() & " in line " & Erl & Chr(10))
  answers.closeOutput()
  StarDesktop.terminate()
End Sub

Sub Carry(parts)
  Dim sheet As Object, cell As Object, column As Integer, row As Long, number As Integer
  Select Case parts(0)
  Case "open"
    book = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, Array(Named("Hidden", True)))
    For number = 0 To book.Sheets.getCount() - 1
      book.Sheets.getByIndex(number).unprotect("")
    Next number
    Exit Sub
  Case "save"
    book.storeToURL(parts(1), Array(Named("FilterName", "Calc MS Excel 2007 XML")))
    book.close(True)
    Exit Sub
  End Select
  ' A department without measures has no sheet for them to lay out anew.
  If parts(0) <> "set" And parts(0) <> "where" And Not book.Sheets.hasByName(parts(1)) Then Exit Sub
  sheet = book.Sheets.getByName(parts(1))
  Select Case parts(0)
  Case "set"
    cell = sheet.getCellByPosition(ColumnOf(sheet, parts(3)), RowOf(sheet, parts(2)))
    If parts(4) = "nothing" Then cell.clearContents(1 + 2 + 4 + 16)
    If parts(4) = "number" Then cell.setValue(Val(parts(5)))
    If parts(4) = "string" Then cell.setString(Replace(parts(5), "\\n", Chr(10)))
    If parts(6) <> "" Then cell.NumberFormat = FormatOf(parts(6))
  Case "sort"
    SortRows(sheet, ColumnOf(sheet, parts(2)), parts(3) = "up")
  Case "move"
    MoveColumn(sheet, ColumnOf(sheet, parts(2)), ColumnOf(sheet, parts(3)))
  Case "hide"
    For row = HEADING + 1 To LastRow(sheet) Step 2
      sheet.Rows(row).IsVisible = False
    Next row
  Case "insert"
    sheet.Columns.insertByIndex(1, 1)
    sheet.getCellByPosition(1, HEADING).setString(parts(2))
  Case "where"
    column = ColumnOf(sheet, parts(3))
    answers.writeString(sheet.Columns(column).Name & (RowOf(sheet, parts(2)) + 1) & Chr(10))
  Case "forget"
    column = ColumnOf(sheet, "编号（勿改）")
    sheet.getCellRangeByPosition(column, HEADING, column, LastRow(sheet)).clearContents(1 + 2 + 4 + 16)
  Case "rename"
    sheet.Name = parts(2)
  End Select
End Sub

Sub SortRows(sheet As Object, column As Integer, isUp As Boolean)
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = column
  fields(0).IsAscending = isUp
  sheet.getCellRangeByPosition(0, HEADING + 1, LastColumn(sheet), LastRow(sheet)).sort( _
    Array(Named("SortFields", fields()), Named("ContainsHeader", False), Named("BindFormatsToContent", True)))
End Sub

Sub MoveColumn(sheet As Object, source As Integer, before As Integer)
  Dim last As Long
  last = LastRow(sheet)
  sheet.Columns.insertByIndex(before, 1)
  If source >= before Then source = source + 1
  sheet.moveRange(sheet.getCellByPosition(before, HEADING).CellAddress, _
    sheet.getCellRangeByPosition(source, HEADING, source, last).RangeAddress)
  sheet.Columns.removeByIndex(source, 1)
End Sub

Function ColumnOf(sheet As Object, title As String) As Integer
  Dim column As Integer
  For column = 0 To 40
    If sheet.getCellByPosition(column, HEADING).String = title Then
      ColumnOf = column
      Exit Function
    End If
  Next column
  Error 1000
End Function

Function RowOf(sheet As Object, key As String) As Long
  Dim column As Integer, row As Long
  column = ColumnOf(sheet, "编号（勿改）")
  For row = HEADING + 1 To 2000
    If sheet.getCellByPosition(column, row).String = key Then
      RowOf = row
      Exit Function
    End If
  Next row
  Error 1001
End Function

Function LastRow(sheet As Object) As Long
  Dim column As Integer, row As Long
  column = ColumnOf(sheet, "编号（勿改）")
  row = HEADING
  Do While sheet.getCellByPosition(column, row + 1).String <> ""
    row = row + 1
  Loop
  LastRow = row
End Function

Function LastColumn(sheet As Object) As Integer
  Dim column As Integer
  column = 0
  Do While sheet.getCellByPosition(column + 1, HEADING).String <> ""
    column = column + 1
  Loop
  LastColumn = column
End Function

Function FormatOf(code As String) As Long
  Dim here As New com.sun.star.lang.Locale
  FormatOf = book.NumberFormats.queryKey(code, here, False)
  If FormatOf = -1 Then FormatOf = book.NumberFormats.addNew(code, here)
End Function

Function Named(name As String, value) As Object
  Dim given As New com.sun.star.beans.PropertyValue
  given.Name = name
  given.Value = value
  Named = given
End Function
`
