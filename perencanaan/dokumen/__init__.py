"""The documents of the plan as blocks: Renstra, IKU, Perjanjian Kinerja.

What builds blocks stands apart from what makes a document of them (`susun`), so that another
document can hold the same tables as a chapter or an annex.
"""
