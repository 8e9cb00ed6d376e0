"""A name that stands alone: "Ruth", "being called Ruthie". Only first names that many bear, and that are no other word.

Grace, Joy or Will alone may be why something matters. With "her name is" before it any name is one: see `whom`.
"""

import re

from bot.understanding.commands import plain

_NAMES = """
aaron abdul abigail adam adrian agnes ahmed aidan aisha alan alasdair albert alex alexander alexandra alfie alfred ali
alice alison alistair amanda amelia amina amy andrea andrew angela angus anita ann anna anne annette annie anthony
antony archie arthur ashley audrey ava barbara barry beatrice becky belinda ben benjamin bernadette bernard beryl beth
betty bev beverley bob brenda brendan brian bridget bruce bryan callum cameron carl carole caroline carolyn catherine
cathy catriona cecil celia charles charlie charlotte cheryl chloe chris christina christine christopher claire clare
clive colin colleen connor craig cynthia daniel danny daphne darren dave david deborah debbie declan deirdre denise
dennis derek diana diane donald donna doreen doris dorothy douglas duncan dylan eamonn eddie edith edna edward eileen
elaine eleanor eliza elizabeth ella ellen ellie elsie emily emma eric erica ernest esther ethan ethel eunice eva evan
evelyn evie fatima fergus fiona florence frances fred freda freya gareth gary gavin gemma geoff geoffrey george
georgina gerald gerry gillian gladys glenys gloria gordon graham greg gwen gwyneth hamish hannah harold harriet harry
hassan helen henry herbert hilary howard hugh ian imran irene isabel isabella isla isobel ivan jackie jacob jacqueline
jake jamal james jamie jan jane janet janice jason jean jeanette jeff jeffrey jen jennifer jenny jeremy jess jessica
jessie jill jim jimmy joan joanna joanne joe joel john johnny jonathan joseph josephine josh joshua joyce judith judy
julia julian julie karen karl kate kath katherine kathleen kathryn kathy katie keith kelly ken kenneth kerry kevin
khadija kieran kim kirsty kyle laura lauren laurence lawrence leah leanne lee len leonard leslie lesley lewis liam
lilian linda lisa liz lorna lorraine louise lucy luke lydia lynda lynn lynne mabel madge maggie malcolm mandy marcus
margaret maria marian marie marilyn marion marjorie martha martin mary mathew matthew maureen mavis maxine megan
melanie melissa mia michael michelle mike mildred millie miriam moira molly mohammed mohamed muhammad muriel murray
myra nadia nancy naomi natalie natasha neil nell nellie niall nicholas nicola nigel nora norah noreen norma norman
oliver olivia oscar owen pam pamela patricia paul paula pauline peggy percy peter phil philip phillip phyllis priya
rachel rajesh ralph raymond rebecca reg reginald rhys richard rita robert roberta roderick roger ron ronald ronnie
rosalind rosemary ross roy ruth ruthie ryan sally sam samantha samuel sandra sanjay sara sarah scott sean shane sharon
sheila shirley sian sid sidney simon sinead siobhan sophia sophie stan stanley stella stephanie stephen steve steven
stuart sue susan suzanne sylvia tariq ted teresa terence terry thelma theresa thomas tim timothy tina tom tony tracey
tracy trevor ursula valerie vera vernon veronica vicky victoria vincent vivien walter wendy wilfred william winifred
yasmin yusuf yvonne zoe
"""
_MANY_BEAR = frozenset(_NAMES.split())
_LEAD = (
    r"(?:(?:oh|um|er|well|sorry|yes|no|its|it is|thats|shes|hes|she is|he is|im|just|called|being|known as|to be"
    r"|(?:we|i|they|everyone|everybody|people|you can|please)(?: all| always)? call(?:s|ed)? (?:her|him|them)"
    r"|call (?:her|him|them)|(?:she|he|they) (?:likes?|prefers?|wants?) (?:being |to be )?(?:called)?"
    r"|(?:she|he|they) goe?s? by) )*"
)
_CALLED = re.compile(
    rf"{_LEAD}(?:called|known as|(?:(?:we|i|they|everyone|everybody|people|you can)(?: all| always)? )?"
    r"call(?:s|ed)? (?:her|him|them)|(?:(?:she|he|they) )?goe?s? by) (?P<name>\w+)(?: please)?"
)
_ALONE = re.compile(rf"{_LEAD}(?P<name>\w+)(?: please)?")


def name_alone(text: str) -> str:
    """Return the name of somebody, where the words give that and nothing else; else ""."""
    words = plain(text)
    called = _CALLED.fullmatch(words)
    found = called or _ALONE.fullmatch(words)
    if found is None:
        return ""
    name = found["name"]
    typed = re.search(rf"\b{name}\b", text, re.IGNORECASE)
    capital = bool(called and typed and typed.start() and typed[0][:1].isupper())
    return name.capitalize() if capital or name in _MANY_BEAR else ""
