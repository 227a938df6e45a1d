from dataclasses import dataclass

DATA_VERSION: str

@dataclass(frozen=True)
class Province:
    code: str
    name_th: str
    name_en: str

@dataclass(frozen=True)
class District:
    code: str
    name_th: str
    name_en: str
    province_code: str

@dataclass(frozen=True)
class Subdistrict:
    code: str
    name_th: str
    name_en: str
    district_code: str
    province_code: str
    postal_codes: tuple[str, ...]

def provinces() -> list[Province]: ...
def districts(province_code: str) -> list[District]: ...
def subdistricts(district_code: str) -> list[Subdistrict]: ...
