from hypothesis import given
from hypothesis import strategies as st

from desktop_app.typeset.breaks import Break
from desktop_app.typeset.elements import Align, Paragraph, Run, Style
from desktop_app.typeset.fit import Item, Measure, choose
from desktop_app.typeset.lines import Typesetter


def item(width: float, space: float, after: Break) -> Item:
    return Item((), width, (), space, after)


items = st.lists(
    st.builds(
        item,
        st.floats(1, 120),
        st.sampled_from([0.0, 3.0]),
        st.sampled_from([Break.NEVER, Break.JOINT, Break.WORD, Break.SPACE, Break.MUST]),
    ),
    min_size=1,
    max_size=40,
)


def width_of(line: list[Item]) -> float:
    return sum(i.width + i.space_width for i in line) - line[-1].space_width


@given(items, st.floats(40, 200), st.floats(40, 200))
def test_every_item_is_set_once_and_no_line_is_too_wide(
    given_items: list[Item], first: float, others: float
) -> None:
    ends = choose(given_items, Measure(first, others))
    assert ends == sorted(set(ends))
    assert ends[-1] == len(given_items)
    for start, end in zip([0, *ends], ends, strict=False):
        line = given_items[start:end]
        assert len(line) == 1 or width_of(line) <= (first if start == 0 else others) + 1e-3
        assert all(i.after is not Break.MUST for i in line[:-1])


@given(items, st.floats(125, 200))
def test_what_is_tied_is_parted_only_where_it_cannot_fit(
    given_items: list[Item], measure: float
) -> None:
    for end in choose(given_items, Measure(measure, measure))[:-1]:
        if given_items[end - 1].after is Break.NEVER:
            start = end - 1
            while start > 0 and given_items[start - 1].after is Break.NEVER:
                start -= 1
            stop = end
            while stop < len(given_items) - 1 and given_items[stop].after is Break.NEVER:
                stop += 1
            assert width_of(given_items[start : stop + 1]) > measure


def test_a_word_is_not_left_alone_where_the_line_before_can_spare_one() -> None:
    words = [item(30, 3, Break.SPACE)] * 6 + [item(10, 0, Break.SPACE)]
    assert choose(words, Measure(200, 200)) == [5, 7]


def test_lines_carry_all_the_text_in_the_weight_it_was_given(setter: Typesetter) -> None:
    runs = (Run("ชื่อกิจกรรม/โครงการ : ", bold=True), Run("ประชุมผู้บริหารและปลัดองค์กร"))
    lines = setter.lines(Paragraph(runs, Style()), 150, 150)
    words = [word for line in lines for word in line.words]
    bold = setter.family.bold
    assert "".join(word.text for word in words if word.face is bold).replace(" ", "") == (
        "ชื่อกิจกรรม/โครงการ:"
    )
    assert "".join(w.text for w in words if w.face is not bold) == "ประชุมผู้บริหารและปลัดองค์กร"
    assert all(line.width <= 150 for line in lines)


def test_text_without_any_break_is_cut_between_clusters(setter: Typesetter) -> None:
    lines = setter.lines(Paragraph((Run("เก้ำ" * 60),)), 100, 100)
    assert all(line.width <= 100 for line in lines)
    assert all(line.text == "เก้ำ" * (len(line.text) // 4) for line in lines)


def test_a_name_too_wide_for_a_cell_is_cut_between_words(setter: Typesetter) -> None:
    paragraph = Paragraph((Run("ห้องประชุมพระพุทธรชินราช ชั้น 7"),), Style(size=14))
    first, second, *_ = setter.lines(paragraph, 60, 60)
    assert (first.text, second.text) == ("ห้องประชุมพระ", "พุทธรชินราช")


def test_centred_lines_are_as_long_as_each_other(setter: Typesetter) -> None:
    caption = "ภาพที่ 1 พิธีเปิดการประชุมรับฟังความคิดเห็นของประชาชน"
    ways = {}
    for align in (Align.LEFT, Align.CENTRE):
        paragraph = Paragraph((Run(caption),), Style(align=align))
        ways[align] = [line.width for line in setter.lines(paragraph, 221, 221)]
    assert len(ways[Align.CENTRE]) == len(ways[Align.LEFT]) == 2
    assert min(ways[Align.LEFT]) < 60
    assert min(ways[Align.CENTRE]) > 100
