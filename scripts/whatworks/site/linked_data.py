"""A case as schema.org sees it, for search engines and other readers of linked data."""

from __future__ import annotations

import json

from whatworks.corpus import Words
from whatworks.model.study import Study
from whatworks.site.links import address, study_path
from whatworks.site.settings import Settings


def json_ld(study: Study, words: Words, settings: Settings) -> str:
    """The case as schema.org sees it: an article about services and outcomes."""
    page = address(settings.site_url, study_path(study.id))
    about = [
        {
            "@type": "DefinedTerm",
            "name": words[vocabulary].label_of(one),
            "url": address(settings.site_url, f"{folder}/{one}/index.html"),
        }
        for vocabulary, folder, ids in (
            ("outcomes", "outcomes", study.about),
            ("service-areas", "services", study.service_areas),
        )
        for one in ids
    ]
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": page,
        "url": page,
        "headline": study.title,
        "description": study.summary,
        "datePublished": str(study.published),
        "dateModified": str(study.last_reviewed),
        "license": "https://creativecommons.org/licenses/by/4.0/"
        if study.licence == "CC-BY-4.0"
        else "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "isAccessibleForFree": True,
        "about": about,
        "mentions": [
            *(
                {"@type": "GovernmentOrganization", "name": words.councils.by_code[code].name, "identifier": code}
                for code in study.councils
            ),
            *({"@type": "Organization", "name": supplier.name} for supplier in study.suppliers),
        ],
        "citation": [
            {
                "@type": "CreativeWork",
                "name": source.title,
                "publisher": source.publisher,
                **({"url": source.url} if source.url else {}),
            }
            for source in study.sources
        ],
        "publisher": {"@type": "Organization", "name": "What Works", "url": settings.site_url},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("&", "\\u0026")
