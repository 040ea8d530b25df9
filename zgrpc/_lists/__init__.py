"""Complete lists: the filter, the plan, the requests, and the pager that gives the items.

`plan` chooses one of the modules that decide what to request: `whole`, `seams`, `passes` or `cursor`.
"""
