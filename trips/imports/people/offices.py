"""Words by which an office is known, in German and English."""

import re
from typing import Final

OFFICE: Final = re.compile(
    r"\b(?:mayor|deputy|director|minister|secretary|head|chief|officer|engineer|manager|advis[eo]r"
    r"|coordinator|professor|lecturer|architect|planner|councillor|governor|president|chair\w*"
    r"|expert|specialist|analyst|assistant|consultant|representative|member|researcher"
    r"|\w*b(?:ü|ue)rgermeister(?:in)?|\w*leiter(?:in)?|leitung|referent(?:in)?|direktor(?:in)?"
    r"|minister(?:in)?|\w*sekret(?:ä|ae)r(?:in)?|dezernent(?:in)?|vorsitzende[r]?|vorstand"
    r"|gesch(?:ä|ae)ftsf(?:ü|ue)hr\w+|ingenieur(?:in)?|berater(?:in)?|\w*beauftragte[r]?|planer(?:in)?"
    r"|architekt(?:in)?|stadtr(?:a|ä|ae)t(?:in)?|koordinator(?:in)?|sachbearbeiter(?:in)?)\b",
    re.IGNORECASE,
)
